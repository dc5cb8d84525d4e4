internal import NIOCore
internal import NIOWebSocket

extension TerminalChat {
    /// The server ended the chat, or the line broke; what it had to say was shown before.
    public struct Refusal: Error, Hashable, CustomStringConvertible {
        /// The close code; nil when the connection went without one.
        public let code: UInt16?

        /// The connection went without a word.
        static let connectionLost = Refusal(code: nil)

        init(code: UInt16?) { self.code = code }

        /// nil for a regular end (1000, 1001) or a restart (1012).
        init?(closeOf frame: WebSocketFrame) {
            var data = frame.unmaskedData
            let code = data.readInteger(as: UInt16.self)
            guard let code, ![1000, 1001, 1012].contains(code) else { return nil }
            self.code = code
        }

        /// The end in a few words.
        public var description: String {
            guard let code else { return "the connection was lost" }
            return "the server ended the chat (close code \(code))"
        }
    }
}
