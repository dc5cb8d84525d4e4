/// A chat at Telegram. A private one has the number of its person, so no print, dump or log line shows it.
public struct ChatID: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// As Telegram writes it: up to 52 bits, groups below zero.
    public let number: Int64

    /// A chat of a number.
    public init(_ number: Int64) { self.number = number }

    /// Says only that there is one.
    public var description: String { "a chat" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
