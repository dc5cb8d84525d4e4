public import FoundationEssentials

/// What Telegram tells the webhook. Only what a person writes in a private chat is a message; all else has a reason why it
/// is not, so that nothing about money is ever said where others read.
///
/// ```swift
/// guard settings.secret.matches(request.headers[WebhookSecret.headerName]) else { return .unauthorised }
/// let update = TelegramUpdate(body)
/// switch update.content {
/// case .message(let message):
///     switch TelegramCommand(message.text, botName: me.username) {
///     case .link(let typed):
///         if let wait = attempts.take(message.chat, at: now) { … }
///         else if let code = LinkCode(typed: typed), let user = await claims.take(code.storedName(salt: salt)) { … }
///     case .text(let question): // the person's question, if the chat is linked
///     …
///     }
/// case .other(let reason): // answer 200, or Telegram sends it again
/// }
/// ```
/// Telegram repeats an update until it is answered 2xx: `id` tells whether it was seen.
public struct TelegramUpdate: Sendable, Hashable {
    /// What it is about.
    public enum Content: Sendable, Hashable {
        /// A person wrote.
        case message(TelegramMessage)
        /// Nothing to act on.
        case other(Reason)
    }

    /// Why an update is no message.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Not JSON, or without what every update has.
        case unreadable
        /// A message was changed afterwards: what was answered stays answered.
        case edited
        case channel
        /// A button; we show none.
        case callback
        /// Any other kind of update.
        case otherKind
        /// A group, where others read.
        case notPrivate
        /// Sent by a bot, or not by the one whose chat it is.
        case notAPerson
        /// Forwarded, or written by another bot for the person: others' words are no orders.
        case notTheirWords
        /// A picture, a sticker, a voice and the like.
        case notText
    }

    /// Rises with every update; nil only for what is unreadable.
    public let id: Int64?
    /// What it is about.
    public let content: Content
    /// The private chat of a person it came from, so that one who sends a picture can be told that only text is read.
    public let chat: ChatID?

    /// Reads a webhook's body, whose size the caller has bounded. Whatever it holds, it is read or has a reason.
    public init(_ body: [UInt8]) {
        let sent = try? JSONDecoder().decode(SentUpdate.self, from: Data(body))
        id = sent?.id
        chat = id == nil ? nil : sent?.message?.personsChat
        content = sent.map(Self.content) ?? .other(.unreadable)
    }

    private static func content(_ sent: SentUpdate) -> Content {
        guard sent.id != nil else { return .other(.unreadable) }
        guard let message = sent.message else { return .other(sent.kind) }
        guard message.isReadable else { return .other(.unreadable) }
        guard message.chatType == "private" else { return .other(.notPrivate) }
        guard let chat = message.personsChat else { return .other(.notAPerson) }
        guard !message.isBorrowed else { return .other(.notTheirWords) }
        guard let text = message.text, !text.isEmpty, let id = message.id, let date = message.date else {
            return .other(.notText)
        }
        return .message(TelegramMessage(id: id, chat: chat, text: text, sentAt: date))
    }
}

/// What a person wrote in their private chat. Who wrote is who the chat is with: their numbers are one.
public struct TelegramMessage: Sendable, Hashable {
    /// Counts within the chat.
    public let id: Int64
    /// Where to answer.
    public let chat: ChatID
    /// As written, never empty.
    public let text: String
    /// When, by Telegram's clock.
    public let sentAt: Date
}
