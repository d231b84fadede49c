// A small site of somebody else's: its pages are the texts that our pages on use elsewhere give.
export default {
  title: "Elsewhere",
  url: "https://elsewhere.example",
  baseUrl: "/",
  onBrokenLinks: "throw",
  markdown: { format: "detect" },
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false, theme: {} }]],
  themeConfig: { colorMode: { respectPrefersColorScheme: true }, navbar: { title: "Elsewhere" } },
};
