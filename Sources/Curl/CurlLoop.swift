import Foundation
import NIOConcurrencyHelpers

/// The way in to the one thread on which all transfers run.
final class CurlLoop: Sendable {
    enum Command {
        case add(Exchange)
        case resume(Exchange)
        case drain(Exchange)
        case remove(Exchange)
    }

    private enum Stage { case running, stopping, stopped }

    private struct Inbox {
        var commands: [Command] = []
        var stage = Stage.running
        var transfers = 0
        var lastID = 0
        var farewells: [CheckedContinuation<Void, Never>] = []
    }

    private let settings: CurlSettings
    private let multi: MultiHandle
    private let inbox = NIOLockedValueBox(Inbox())

    init(_ settings: CurlSettings, _ multi: MultiHandle) {
        self.settings = settings
        self.multi = multi
    }

    /// Transfers that run now.
    var transfers: Int { inbox.withLockedValue { $0.transfers } }

    func start() {
        let thread = Thread { [self] in
            // A name given from outside does not reach the kernel.
            Thread.current.name = settings.threadName
            var driver = CurlDriver(self, multi, settings)
            driver.run()
        }
        thread.stackSize = 512 << 10
        thread.start()
    }

    /// Starts a transfer, or throws why it cannot.
    func begin(_ request: CurlRequest) throws(CurlError) -> Exchange {
        if let fault = request.fault { throw CurlError(.badRequest, fault) }
        let id = inbox.withLockedValue { inbox -> Result<Int, CurlError> in
            if inbox.stage != .running { return .failure(.closed) }
            if inbox.transfers >= settings.maxTransfers {
                return .failure(CurlError(.busy, "\(settings.maxTransfers) transfers are running"))
            }
            inbox.transfers += 1
            inbox.lastID += 1
            return .success(inbox.lastID)
        }
        let exchange = Exchange(try id.get(), request, settings, self)
        if !submit(.add(exchange)) { throw .closed }
        return exchange
    }

    /// Hands a command to the thread; false when it takes no more.
    @discardableResult
    func submit(_ command: Command) -> Bool {
        inbox.withLockedValue { inbox in
            guard inbox.stage == .running else { return false }
            inbox.commands.append(command)
            if inbox.commands.count == 1 { multi.wakeUp() }
            return true
        }
    }

    /// Ends every transfer and returns when the thread is done.
    func stop() async {
        await withCheckedContinuation { farewell in
            let isOver = inbox.withLockedValue { inbox in
                if inbox.stage == .stopped { return true }
                inbox.farewells.append(farewell)
                return false
            }
            if isOver { farewell.resume() } else { askToStop() }
        }
    }

    func askToStop() {
        inbox.withLockedValue { inbox in
            guard inbox.stage == .running else { return }
            inbox.stage = .stopping
            multi.wakeUp()
        }
    }

    // The thread's side.

    /// What came in; nil when it is time to end.
    func take() -> [Command]? {
        inbox.withLockedValue { inbox in
            guard inbox.stage == .running else { return nil }
            let taken = inbox.commands
            inbox.commands = []
            return taken
        }
    }

    func ended(_ count: Int) { inbox.withLockedValue { $0.transfers -= count } }

    /// The last word of the thread: commands nobody will carry out any more, and whoever waits for the end.
    func farewell() {
        let (commands, farewells) = inbox.withLockedValue { inbox in
            defer {
                inbox.stage = .stopped
                inbox.commands = []
                inbox.farewells = []
                inbox.transfers = 0
            }
            return (inbox.commands, inbox.farewells)
        }
        for case .add(let exchange) in commands { exchange.change { $0.end(.closed) } }
        for farewell in farewells { farewell.resume() }
    }
}
