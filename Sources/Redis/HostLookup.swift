internal import Foundation

/// Where one attempt connects to.
enum HostAddress: Sendable, Hashable {
    /// A literal IPv4 or IPv6 address.
    case numeric(String, port: Int)
    /// A socket file.
    case unix(path: String)
}

/// Turns a name into addresses without holding up the loop: hiredis would call `getaddrinfo` on the loop's own thread,
/// and a name server that does not answer would stop every timer there for seconds. Literals and paths need no thread.
/// A connection has one look-up at a time, so at most two such threads exist for a client.
enum HostLookup {
    static func start(_ address: RedisSettings.Address, done: @escaping @Sendable ([HostAddress]) -> Void) {
        switch address {
        case .unix(let path):
            done([.unix(path: path)])
        case .host(let name, let port):
            let literal = resolve(name, port: port, flags: AI_NUMERICHOST)
            guard literal.isEmpty else { return done(literal) }
            let thread = Thread { done(resolve(name, port: port, flags: AI_ADDRCONFIG)) }
            thread.name = "redis-lookup"
            thread.start()
        }
    }

    private static func resolve(_ name: String, port: Int, flags: Int32) -> [HostAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = flags
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &found) == 0 else { return [] }
        defer { freeaddrinfo(found) }
        return sequence(first: found, next: { $0?.pointee.ai_next })
            .prefix { $0 != nil }
            .compactMap { $0.flatMap { literal($0.pointee) } }
            .map { .numeric($0, port: port) }
    }

    private static func literal(_ entry: addrinfo) -> String? {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let status = getnameinfo(
            entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
        guard status == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
