internal import Chat
internal import Finance
internal import FoundationEssentials
internal import Logging
internal import NIOConcurrencyHelpers
internal import Ports
internal import Routes
internal import Telegram

/// Private Telegram chats as one more way into a conversation. What is written there is a person's own message once the
/// chat is linked; a group, a forwarded text or a picture never is.
///
/// An update is acknowledged when its question is stored: until then Telegram sends it again, and the same update is the
/// same question. Offers are confirmed in the app: no token of the person is here.
final class TelegramChannel: Sendable {
    let bot: BotAPI
    let settings: TelegramSettings
    let accounts: TelegramAccounts
    let identity: Identity
    let people: People
    let desk: Desk
    let now: @Sendable () -> Date
    let logger: Logger
    /// Talks that wait for the service to run them; a full queue makes Telegram come again.
    let talks: AsyncStream<TelegramTalk>
    private let queue: AsyncStream<TelegramTalk>.Continuation
    private let attempts = NIOLockedValueBox(LinkAttempts())
    private let began = ContinuousClock.now

    init(
        bot: BotAPI, settings: TelegramSettings, accounts: TelegramAccounts, identity: Identity, people: People,
        desk: Desk, now: @escaping @Sendable () -> Date, logger: Logger
    ) {
        self.bot = bot
        self.settings = settings
        self.accounts = accounts
        self.identity = identity
        self.people = people
        self.desk = desk
        self.now = now
        self.logger = logger
        (talks, queue) = AsyncStream.makeStream(
            of: TelegramTalk.self, bufferingPolicy: .bufferingOldest(Self.mostWaiting))
    }

    /// How the routes see it.
    var door: TelegramDoor {
        TelegramDoor(
            receive: { secret, body in await self.receive(secret, body) },
            offer: { user async throws(PortError) in try await self.accounts.offer(to: user).shown },
            count: { user async throws(PortError) in try await self.accounts.links.count(user) },
            unlink: { user async throws(PortError) in try await self.accounts.links.unlinkAll(user) })
    }

    private static let mostWaiting = 256
    /// How long Telegram waits for us before it comes again.
    private static let patience = Duration.seconds(20)

    /// Takes a webhook's body.
    func receive(_ secret: String?, _ body: [UInt8]) async -> TelegramDoor.Verdict {
        guard settings.secret.matches(secret) else { return .refused }
        let update = TelegramUpdate(body)
        do {
            switch update.content {
            case .message(let message): return try await take(message, update.id ?? 0)
            case .other(.notText):
                if let chat = update.chat { await say(TelegramWords.textOnly, in: chat) }
                return .done
            case .other: return .done
            }
        } catch {
            logger.warning("telegram.update", metadata: ["error": "\(error)"])
            return .later
        }
    }

    private func take(_ message: TelegramMessage, _ update: Int64) async throws(PortError) -> TelegramDoor.Verdict {
        let chat = message.chat
        switch TelegramCommand(message.text) {
        case .start: await say(TelegramWords.howToLink, in: chat)
        case .help: await say(TelegramWords.help, in: chat)
        case .link(let typed): try await link(typed, chat)
        case .unlink:
            _ = try await accounts.unlink(chat)
            await say(TelegramWords.unlinked, in: chat)
        case .text(let text): return try await ask(text, update, chat)
        }
        return .done
    }

    private func link(_ typed: String, _ chat: ChatID) async throws(PortError) {
        let elapsed = began.duration(to: .now)
        guard attempts.withLockedValue({ $0.take(chat, at: elapsed) }) == nil else {
            return await say(TelegramWords.tooManyCodes, in: chat)
        }
        guard let user = try await accounts.redeem(typed, in: chat) else {
            return await say(TelegramWords.wrongCode, in: chat)
        }
        await say(TelegramWords.linked(to: try await people.find(user)?.name ?? ""), in: chat)
    }

    private func ask(_ text: String, _ update: Int64, _ chat: ChatID) async throws(PortError) -> TelegramDoor.Verdict {
        guard let user = try await accounts.owner(of: chat) else {
            await say(TelegramWords.notLinked, in: chat)
            return .done
        }
        guard let caller = try await caller(user) else {
            _ = try await accounts.unlink(chat)
            await say(TelegramWords.refused, in: chat)
            return .done
        }
        let (acknowledged, continuation) = AsyncStream.makeStream(of: Bool.self)
        let talk = TelegramTalk(
            chat: chat, caller: caller, text: text, clientMessageID: "telegram-\(update)",
            acknowledgement: continuation)
        guard case .enqueued = queue.yield(talk) else { return .later }
        return await Self.first(of: acknowledged) ? .done : .later
    }

    /// Whoever may come in, as they are stored now; nil for whom nobody knows any more or who is blocked.
    private func caller(_ user: UserID) async throws(PortError) -> Caller? {
        guard let person = try await people.find(user) else { return nil }
        let caller = Caller(user: user, name: person.name, isAdmin: false, expiresAt: now().addingTimeInterval(3_600))
        do {
            try await identity.recheck(caller)
            return caller
        } catch {
            if case .unavailable(let cause) = error { throw cause }
            return nil
        }
    }

    /// Says something in a chat; one that the bot is blocked in is nobody's any more.
    func say(_ text: String, in chat: ChatID) async {
        do throws(BotError) { try await bot.send(text, to: chat) } catch {
            logger.notice("telegram.send", metadata: ["error": "\(error)"])
            if error.dropsLink { _ = try? await accounts.unlink(chat) }
        }
    }

    private static func first(of acknowledged: AsyncStream<Bool>) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await acknowledged.first { _ in true } ?? false }
            group.addTask {
                try? await Task.sleep(for: patience)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }
}
