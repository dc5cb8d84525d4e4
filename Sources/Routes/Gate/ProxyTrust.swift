internal import NIOCore

/// Whose word about where a request comes from is taken.
public enum ProxyTrust: Sendable, Hashable {
    /// Nobody's: the address is the peer's.
    case nobody
    /// A peer on this machine or in a private network, as a reverse proxy is.
    case privateNetworks
}

extension ProxyTrust {
    /// The address a request counts for. Only the last entry of `X-Forwarded-For` is used, the one that the trusted
    /// proxy itself wrote; everything before it is whatever the client sent. nil is a peer on this machine that speaks
    /// for nobody else: whoever operates the service.
    func origin(peer: SocketAddress?, forwarded: String?) -> String? {
        guard let ip = peer?.ipAddress else { return nil }
        if self == .privateNetworks, Self.isPrivate(ip), let last = Self.last(forwarded) { return last }
        return Self.isLoopback(ip) ? nil : ip
    }

    private static func last(_ forwarded: String?) -> String? {
        guard let entry = forwarded?.split(separator: ",").last else { return nil }
        let address = entry.filter { $0 != " " }
        return try? SocketAddress(ipAddress: address, port: 0).ipAddress
    }

    private static func isLoopback(_ ip: String) -> Bool {
        ip.hasPrefix("127.") || ip == "::1" || ip.hasPrefix("::ffff:127.")
    }

    private static func isPrivate(_ ip: String) -> Bool {
        if isLoopback(ip) { return true }
        let plain = ip.hasPrefix("::ffff:") ? String(ip.dropFirst(7)) : ip
        let parts = plain.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else {
            return ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { ip.lowercased().hasPrefix($0) }
        }
        return parts[0] == 10 || parts[0] == 172 && (16...31).contains(parts[1]) || parts[0] == 192 && parts[1] == 168
    }
}
