/// What a message asks of the channel itself; everything else is for Reho.
public enum TelegramCommand: Sendable, Hashable {
    /// `/start` or `/link` without a code: tell how to link.
    case start
    /// `/start CODE` or `/link CODE`: what stands behind the word, as typed, for `LinkCode(typed:)`.
    case link(String)
    /// `/unlink` or `/stop`: this chat is nobody's any more.
    case unlink
    case help
    /// For Reho, as written.
    case text(String)

    /// Reads a message. `/start@RehoBot` is meant for us when `botName` is `RehoBot`, in any case, or not known; what is
    /// meant for another bot, and a command we do not have, is text.
    public init(_ text: String, botName: String? = nil) {
        let plain = text.drop(while: \.isWhitespace)
        let word = plain.prefix { !$0.isWhitespace }
        let rest = plain.dropFirst(word.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let parts = word.lowercased().split(separator: "@", maxSplits: 1)
        if parts.count == 2, let botName, parts[1] != botName.lowercased() {
            self = .text(text)
            return
        }
        switch parts.first {
        case "/start", "/link": self = rest.isEmpty ? .start : .link(rest)
        case "/unlink", "/stop": self = .unlink
        case "/help": self = .help
        default: self = .text(text)
        }
    }
}
