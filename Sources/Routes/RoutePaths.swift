internal import HTTPTypes

/// Which methods each path has, for 405, since the router itself says only that nothing matched; and how large a body may be.
struct RoutePaths: Sendable {
    private let templates: [(parts: [Substring], method: String, bodyBytes: Int)]

    init(_ routes: [Route]) {
        templates = routes.map { (Self.parts($0.path), $0.method.rawValue, $0.bodyBytes) }
    }

    /// The methods of the routes whose template fits this path, in order of name.
    func methods(of path: String) -> [String] {
        let parts = Self.parts(path)
        return Set(templates.filter { Self.fits($0.parts, parts) }.map(\.method)).sorted()
    }

    /// Largest body of a request; the usual limit for what is no route.
    func bodyBytes(of method: String, _ path: String) -> Int {
        let parts = Self.parts(path)
        return templates.first { $0.method == method && Self.fits($0.parts, parts) }?.bodyBytes
            ?? RouteLimits.bodyBytes
    }

    private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }

    private static func fits(_ template: [Substring], _ path: [Substring]) -> Bool {
        template.count == path.count && zip(template, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}
