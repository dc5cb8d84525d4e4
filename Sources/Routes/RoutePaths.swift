internal import HTTPTypes

/// Which methods each path has, for 405: the router itself says only that nothing matched.
struct RoutePaths: Sendable {
    private let templates: [(parts: [Substring], method: String)]

    init(_ routes: [Route]) {
        templates = routes.map { (Self.parts($0.path), $0.method.rawValue) }
    }

    /// The methods of the routes whose template fits this path, in order of name.
    func methods(of path: String) -> [String] {
        let parts = Self.parts(path)
        return Set(templates.filter { Self.fits($0.parts, parts) }.map(\.method)).sorted()
    }

    private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }

    private static func fits(_ template: [Substring], _ path: [Substring]) -> Bool {
        template.count == path.count && zip(template, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
