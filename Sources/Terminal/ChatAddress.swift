internal import Foundation

/// Where a chat is: `ws://host[:port]/path`. Encrypted sockets are for browsers and apps behind the proxy; a terminal
/// talks to the service itself.
public struct ChatAddress: Sendable, Hashable {
    /// Host name or address.
    public var host: String
    /// TCP port.
    public var port: Int
    /// Path with its query.
    public var path: String

    /// Why an address cannot be used.
    public struct Fault: Error, CustomStringConvertible {
        /// What is wrong, in plain words.
        public let description: String
    }

    /// Reads an address; the path defaults to the chat route.
    public init(_ text: String) throws(Fault) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty else {
            throw Fault(description: "'\(text)' is not an address; expected ws://host:port/chat/ws")
        }
        guard parts.scheme == "ws" else {
            throw Fault(description: "only ws:// can be used from the terminal, not \(parts.scheme ?? "nothing")")
        }
        self.host = host
        port = parts.port ?? 80
        let query = parts.percentEncodedQuery.map { "?" + $0 } ?? ""
        path = (parts.percentEncodedPath.isEmpty ? "/chat/ws" : parts.percentEncodedPath) + query
    }
}
