internal import FoundationEssentials

extension RedisSettings {
    /// Reads `redis://[[user]:password@]host[:port][/database]`, `unix://[[user]:password@]/path[?db=database]` or a plain
    /// absolute path. A refusal names what is wrong and never repeats the address, which may hold a password.
    public init(url text: String) throws(RedisError) {
        if text.hasPrefix("/") {
            self.init(address: .unix(path: text))
            return
        }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
            throw Self.fault("expected redis://host:port/database or unix:///path; escape @ : / % in a password as %xx")
        }
        switch scheme {
        case "redis": self.init(address: try Self.host(in: parts))
        case "unix", "redis+unix": self.init(address: try Self.path(in: parts))
        case "rediss": throw Self.fault("TLS is not supported by this client; put a local TLS tunnel in between")
        default: throw Self.fault("the scheme must be redis or unix")
        }
        database = try Self.database(in: parts, isPath: scheme == "redis")
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        password = parts.password.flatMap { $0.isEmpty ? nil : $0 }
        if user != nil, password == nil {
            throw Self.fault("a user without a password; write :password@ for the default user")
        }
    }

    private static func host(in parts: URLComponents) throws(RedisError) -> Address {
        guard let host = parts.host, !host.isEmpty else { throw fault("the host is missing") }
        let port = parts.port ?? 6_379
        guard (1...65_535).contains(port) else { throw fault("the port must be 1…65535") }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        return .host(bare, port: port)
    }

    private static func path(in parts: URLComponents) throws(RedisError) -> Address {
        guard parts.host ?? "" == "", parts.path.hasPrefix("/"), parts.path.count > 1 else {
            throw fault("a socket file needs an absolute path after unix://")
        }
        return .unix(path: parts.path)
    }

    private static func database(in parts: URLComponents, isPath: Bool) throws(RedisError) -> Int {
        let asked = parts.queryItems?.first { $0.name == "db" }?.value
        let text = isPath ? String(parts.path.dropFirst()) : asked ?? ""
        if text.isEmpty { return 0 }
        guard let number = Int(text), (0...65_535).contains(number) else {
            throw fault("the database must be a number from 0")
        }
        return number
    }

    private static func fault(_ message: String) -> RedisError { RedisError(.invalidURL, message) }
}
