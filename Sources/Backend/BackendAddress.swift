/// Where the main backend's REST begins: scheme, host, perhaps a port and a path, for instance
/// `https://api.example.org/api/v1`. Read once at the start, so that no request can lead anywhere else.
public struct BackendAddress: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with an address; `words` are for the operator.
    public enum Fault: String, Error, Sendable, Hashable, CaseIterable {
        /// Neither http nor https.
        case scheme
        /// No name, or one with characters no host has. A user or a password before it is one of them.
        case host
        /// Not a number from 1 to 65535.
        case port
        /// `..`, a query, a fragment or a character that would have to be escaped.
        case path

        /// A sentence.
        public var words: String {
            switch self {
            case .scheme: "the address must begin with http:// or https://"
            case .host: "the address needs a host and nothing before it"
            case .port: "the port must be a number from 1 to 65535"
            case .path: "the path may hold letters, digits and -_.~ between slashes, and no query"
            }
        }
    }

    /// The address without a slash at its end.
    public let text: String

    /// Checks an address; slashes at its end are taken off.
    public init(_ text: String) throws(Fault) {
        let schemes = ["http://", "https://"]
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else { throw .scheme }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        try Self.check(authority: authority)
        var path = rest.dropFirst(authority.count)
        while path.hasSuffix("/") { path.removeLast() }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard segments.allSatisfy(Self.isSegment) else { throw .path }
        self.text = scheme + authority + path
    }

    /// The address.
    public var description: String { text }

    /// Whether what is sent there, the person's token with it, is encrypted.
    public var isEncrypted: Bool { text.hasPrefix("https://") }

    private static func check(authority: Substring) throws(Fault) {
        // The colons of an IPv6 address stand in brackets.
        let bracket = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
        let hostEnd = bracket.map { authority.index(after: $0) } ?? authority.firstIndex(of: ":") ?? authority.endIndex
        let host = authority[..<hostEnd]
        let inner = bracket == nil ? host : host.dropFirst().dropLast()
        let extra: Set<UInt8> = Set((bracket == nil ? "-._" : ":.").utf8)
        guard !inner.isEmpty, inner.utf8.allSatisfy({ isLetterOrDigit($0) || extra.contains($0) }) else { throw .host }
        let port = authority[hostEnd...]
        if port.isEmpty { return }
        // A sign, which a number may have, no port has.
        guard port.hasPrefix(":"), !port.contains("+"), let number = UInt16(port.dropFirst()), number > 0
        else { throw .port }
    }

    private static func isSegment(_ segment: Substring) -> Bool {
        let allowed: Set<UInt8> = Set("-_.~".utf8)
        let isPlain = segment.utf8.allSatisfy { isLetterOrDigit($0) || allowed.contains($0) }
        return isPlain && !segment.isEmpty && segment != "." && segment != ".."
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
