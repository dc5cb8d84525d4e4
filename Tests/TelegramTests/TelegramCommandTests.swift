import Testing

@testable import Telegram

@Suite("Commands of the channel")
struct TelegramCommandTests {
    @Test(
        "a command is known in any case, with or without the bot's name",
        arguments: [
            ("/start", TelegramCommand.start), ("/link", .start), ("  /START  ", .start), ("/start@RehoBot", .start),
            ("/start ABCD-EFGH", .link("ABCD-EFGH")), ("/link abcd efgh", .link("abcd efgh")),
            ("/start@rehobot  ABCDEFGH ", .link("ABCDEFGH")), ("/Link\nABCDEFGH", .link("ABCDEFGH")),
            ("/unlink", .unlink), ("/stop", .unlink), ("/stop please", .unlink), ("/Unlink@RehoBot", .unlink),
            ("/help", .help), ("/help me", .help), ("/help@REHOBOT", .help),
        ])
    func known(text: String, command: TelegramCommand) {
        #expect(TelegramCommand(text, botName: "RehoBot") == command)
        #expect(TelegramCommand(text) == command)
    }

    @Test(
        "everything else is text for Reho, as it was written",
        arguments: [
            "Hello", " start ", "start ABCDEFGH", "/", "//start", "/startx", "/links", "/helpme", "I said /stop",
            "@start",
            "/@RehoBot", "", " ", "@", "/ start", "\u{200B}/start", "/ſtop",
        ])
    func text(text: String) { #expect(TelegramCommand(text, botName: "RehoBot") == .text(text)) }

    @Test("a command for another bot is text, unless our name is not known")
    func another() {
        #expect(TelegramCommand("/stop@OtherBot", botName: "RehoBot") == .text("/stop@OtherBot"))
        #expect(TelegramCommand("/stop@OtherBot") == .unlink)
        #expect(TelegramCommand("/stop@", botName: "RehoBot") == .unlink)
    }
}
