/// Where Telegram sends updates. It insists on https and on one of four ports.
public struct WebhookAddress: Sendable, Hashable {
    /// What is wrong with an address.
    public enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        case scheme
        case host
        case port
        case path

        /// A sentence for the operator.
        public var words: String {
            switch self {
            case .scheme: "the public address must begin with https://, since Telegram calls no other"
            case .host: "the public address needs a host name and nothing before it"
            case .port: "the public address may have the port 443, 80, 88 or 8443, since Telegram calls no other"
            case .path: "the public address may hold letters, digits and -_.~ between slashes, and no query"
            }
        }
    }

    /// Ports Telegram calls.
    public static let ports: Set<String> = ["443", "80", "88", "8443"]

    /// The address, without a slash at its end.
    public let text: String

    /// Checks an address; slashes at its end are taken off.
    public init(_ text: String) throws(Fault) {
        let scheme = "https://"
        guard text.hasPrefix(scheme) else { throw .scheme }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, Self.holds(host, "-.") else { throw .host }
        if parts.count == 2, !Self.ports.contains(String(parts[1])) { throw .port }
        var path = rest.dropFirst(authority.count)
        while path.hasSuffix("/") { path.removeLast() }
        guard Self.holds(path, "/-_.~") else { throw .path }
        self.text = scheme + authority + path
    }

    /// A place below the address, for instance `/telegram/webhook`.
    public func appending(_ path: String) throws(Fault) -> WebhookAddress { try WebhookAddress(text + path) }

    /// ASCII letters, digits and `extra` only.
    private static func holds(_ text: Substring, _ extra: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: extra.utf8.contains(byte)
            }
        }
    }
}
