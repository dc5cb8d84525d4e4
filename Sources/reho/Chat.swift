import App
import ArgumentParser
import Finance
import Terminal

/// `reho chat`
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hold a chat in the terminal.",
        discussion: "Without --token it comes as the demo person, which a server on the same data directory accepts.")

    @Option(help: "Where the server is, ws://host:port[/path].")
    var url: String?

    @Option(help: "A token of the main backend.")
    var token: String?

    func run() async throws {
        let settings = try Settings.fromProcess()
        let bearer =
            if let token { token } else {
                try await DevelopmentToken.mint(
                    settings, user: DemoData.featured, role: .user, lifetime: .seconds(12 * 3_600))
            }
        let address = try ChatAddress(url ?? "ws://127.0.0.1:\(settings.port)")
        do {
            try await Self.talk(TerminalChat(address: address, token: bearer, show: show))
        } catch let error as ChatAddress.Fault {
            throw ValidationError(error.description)
        } catch let refusal as TerminalChat.Refusal {
            complain("\(refusal)")
            throw ExitCode.failure
        } catch {
            complain("\(address.host):\(address.port) cannot be talked to: \(error)")
            throw ExitCode.failure
        }
    }

    private static func talk(_ chat: TerminalChat) async throws {
        let keyboard = Keyboard()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await keyboard.watchInterrupts() }
            defer { group.cancelAll() }
            try await chat.run(keyboard.input)
        }
    }
}
