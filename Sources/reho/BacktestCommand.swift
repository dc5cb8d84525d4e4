import Analyses
import ArgumentParser

/// `reho backtest`
struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Print how far off the forecast is, beside simpler ways to forecast.",
        discussion: "Over invented households with a fixed seed: the same table on every machine.")

    func run() async throws { show(Backtest.synthetic().table + "\n") }
}
