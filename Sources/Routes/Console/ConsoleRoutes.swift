internal import Analyses
internal import Foundation
internal import Hummingbird

/// The web console: pages that are part of the program, and nothing from anywhere else. The chart library is Debian's,
/// read from where its package puts it; without it the pages show tables.
enum ConsoleRoutes {
    /// Where the package `libjs-chart.js` keeps it.
    private static let chartPath = "/usr/share/javascript/chart.js/chart.min.js"
    private static let chartName = "chart.js"

    static func routes(_ parts: RouteParts) -> [Route] {
        [
            .open(.get, "/console", page) { _, _ in try answer("console.html") },
            .open(.get, "/console/demo-token", token) { _, _ in
                .json(["token": .string(orNull: parts.demoToken?())])
            },
            .open(.get, "/console/{file}", file) { _, context in
                try answer(context.parameters.get("file") ?? "")
            },
        ]
    }

    private static func answer(_ name: String) throws -> Response {
        let bytes = name == chartName ? chart : ConsoleFiles.all[name]
        guard let bytes, let kind = kind(of: name) else { throw Problem.notFound }
        return Response.text(String(decoding: bytes, as: UTF8.self), as: kind).with(policy: policy)
    }

    private static let chart: [UInt8]? = FileManager.default.contents(atPath: chartPath).map(Array.init)

    private static func kind(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        default: nil
        }
    }

    /// Own files only, nothing inline.
    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; \
        base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """

    private static let page = Operation(
        id: "console", summary: "The web console: chat, one's own money, administration", tag: "console",
        answers: [.init(status: 200, words: "The page.", kind: "text/html", schema: Schema.text)])

    private static let file = Operation(
        id: "consoleFile", summary: "A file of the console", tag: "console",
        parameters: [
            .init(name: "file", isInPath: true, words: "Its name.", isRequired: true, schema: Schema.text)
        ],
        answers: [
            .init(status: 200, words: "The file.", kind: "text/javascript", schema: Schema.text),
            .problem(404, "There is no such file."),
        ])

    private static let token = Operation(
        id: "consoleDemoToken", summary: "A token of an invented person, where all people are invented", tag: "console",
        answers: [
            .init(
                status: 200, words: "The token; null where the people are real.",
                schema: Schema.object(["token": Schema.orNull(Schema.text)]))
        ])
}
