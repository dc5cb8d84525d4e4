internal import Auth
internal import Finance
internal import FoundationEssentials
internal import Ports
internal import Telegram

/// Which chats are whose: codes that are shown in the app and typed into a chat, and the links they make.
struct TelegramAccounts: Sendable {
    let links: ChannelLinks
    let claims: Claims
    /// Keyed by what belongs to the deployment and is in no store.
    let ids: LogIDs

    /// A fresh code for a person, good once and for ten minutes.
    func offer(to user: UserID) async throws(PortError) -> LinkCode {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<LinkCode.randomBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let code = LinkCode(random: bytes)
        _ = try await claims.claim(key(of: code), Array(user.hex.utf8), LinkOffer.lifetime)
        return code
    }

    /// Links a chat to whom the code belongs; nil for a code that is none any more.
    func redeem(_ typed: String, in chat: ChatID) async throws(PortError) -> UserID? {
        guard let code = LinkCode(typed: typed), let bytes = try await claims.take(key(of: code)),
            let user = UserID(String(decoding: bytes, as: UTF8.self))
        else { return nil }
        try await links.link(name(of: chat), user)
        return user
    }

    /// Whose a chat is.
    func owner(of chat: ChatID) async throws(PortError) -> UserID? { try await links.owner(name(of: chat)) }

    /// Ends the link of a chat.
    func unlink(_ chat: ChatID) async throws(PortError) -> Bool { try await links.unlink(name(of: chat)) }

    private func key(of code: LinkCode) -> String {
        "telegram.code.\(code.storedName(salt: ids.salt("telegram code")))"
    }

    /// The chat's number is not to be read from its name.
    private func name(of chat: ChatID) -> String {
        ids.salt("telegram chat \(chat.number)")
    }
}
