/// What the channel itself says.
enum TelegramWords {
    static let howToLink = """
        Hello! I am Reho. To talk about your money here, open your app, ask for a Telegram code, and send me \
        /link followed by that code.
        """
    static let help = """
        Ask me anything about your money, as in the app. /unlink ends the link between this chat and your account. \
        Changes to your records are confirmed in the app, never here.
        """
    static let wrongCode = "That code is not valid any more. Please ask for a fresh one in your app."
    static let tooManyCodes = "That was too many codes. Please wait ten minutes and try again."
    static let unlinked = "This chat is no longer linked to any account."
    static let notLinked = "This chat is not linked to an account. " + howToLink
    static let textOnly = "I can only read text messages here."
    static let refused = "This account cannot be used right now, so the link has ended."
    static let failed = "Something went wrong. Please try again in a moment."

    static func linked(to name: String) -> String {
        let whose = name.isEmpty ? "your account" : "the account of \(name)"
        return "This chat is now linked to \(whose). If that is not you, send /unlink. " + help
    }
}
