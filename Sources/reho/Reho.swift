import App
import ArgumentParser

/// The command. Each subcommand reads the environment, calls one function of `App` and prints what it gives.
@main
struct Reho: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reho", abstract: "A chat sidecar for personal finance.",
        subcommands: [
            Serve.self, Chat.self, Check.self, Token.self, DemoDataCommand.self, BacktestCommand.self,
            CategoriseCommand.self, NightlyCommand.self,
        ])
}
