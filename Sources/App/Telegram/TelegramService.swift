internal import Chat
internal import Logging
internal import Ports
internal import ServiceLifecycle
internal import Telegram

/// Tells Telegram where to call, then runs what people write there until the program ends.
struct TelegramService: Service {
    let channel: TelegramChannel

    func run() async throws {
        await announce()
        await withDiscardingTaskGroup { group in
            for await talk in channel.talks.cancelOnGracefulShutdown() {
                group.addTask { await answer(talk) }
            }
        }
    }

    /// Without it no update comes, so it is told loudly; the rest of the program goes on.
    private func announce() async {
        do {
            try await channel.bot.setWebhook(
                channel.settings.webhook.appending("/telegram/webhook"), secret: channel.settings.secret)
            channel.logger.notice("telegram.ready")
        } catch {
            channel.logger.error("telegram.webhook", metadata: ["error": "\(error)"])
        }
    }

    private func answer(_ talk: TelegramTalk) async {
        guard let ticket = try? await channel.identity.issueTicket(talk.caller) else {
            talk.acknowledgement.finish()
            return
        }
        try? await channel.bot.showTyping(in: talk.chat)
        switch await talk.run(at: channel.desk, ticket: ticket) {
        case .answer(let text): await channel.say(text, in: talk.chat)
        case .refused(let words): await channel.say(words, in: talk.chat)
        case nil: break
        }
    }
}
