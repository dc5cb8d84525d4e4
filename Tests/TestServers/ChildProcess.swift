internal import Foundation
internal import NIOConcurrencyHelpers

/// A server started for a test. It ends with the test process, however that ends: a small shell stands between, holding
/// a pipe from us, and ends the server when the pipe closes.
public final class ChildProcess: Sendable {
    /// How to know that the server may be used.
    public enum Ready: Sendable {
        /// Its output holds this text.
        case line(containing: String)
        /// Something listens on this loopback port.
        case port(Int)
        /// At once.
        case immediately
    }

    /// Why a child could not be started.
    public struct Failure: Error, CustomStringConvertible {
        /// What happened, with the child's output so far.
        public let description: String
    }

    /// The server's own process id, for signals.
    public let pid: Int32
    private let shell: Process
    private let lifeline: Pipe
    private let collected: NIOLockedValueBox<Output>

    private struct Output {
        var text = ""
        /// The process is gone; what it printed last may still be on its way.
        var isGone = false
        var isRead = false
        var hasEnded: Bool { isGone && isRead }
        var status: Int32 = -1
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    /// Starts `executable` with `arguments` and returns once it is ready; throws with its output when it ends first or
    /// is not ready in time.
    public static func start(
        _ executable: String, _ arguments: [String], environment: [String: String] = [:], ready: Ready,
        timeout: Duration = .seconds(30)
    ) async throws -> ChildProcess {
        let child = try await spawn(executable, arguments, environment)
        let deadline = ContinuousClock.now + timeout
        while !child.isReady(ready) {
            if child.collected.withLockedValue({ $0.hasEnded }) {
                throw Failure(description: "\(executable) ended before it was ready:\n\(child.output)")
            }
            if ContinuousClock.now > deadline {
                await child.stop()
                throw Failure(description: "\(executable) was not ready within \(timeout):\n\(child.output)")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        return child
    }

    /// Everything the child has printed so far, both streams.
    public var output: String { collected.withLockedValue { $0.text } }

    /// Sends a signal to the server itself.
    public func signal(_ number: Int32) { kill(pid, number) }

    /// Asks the server to end, insists after three seconds, and returns when it is gone.
    public func stop() async {
        kill(pid, SIGCONT)
        kill(pid, SIGTERM)
        let deadline = ContinuousClock.now + .seconds(3)
        while !collected.withLockedValue({ $0.hasEnded }), ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(5))
        }
        kill(pid, SIGKILL)
        _ = await waitForExit()
    }

    /// The exit status (128 + signal for a killed child), once it has ended.
    public func waitForExit() async -> Int32 {
        await withCheckedContinuation { continuation in
            let ended = collected.withLockedValue { state in
                if !state.hasEnded { state.waiters.append(continuation) }
                return state.hasEnded
            }
            if ended { continuation.resume() }
        }
        return collected.withLockedValue { $0.status }
    }

    private init(pid: Int32, shell: Process, lifeline: Pipe, collected: NIOLockedValueBox<Output>) {
        self.pid = pid
        self.shell = shell
        self.lifeline = lifeline
        self.collected = collected
    }

    private func isReady(_ ready: Ready) -> Bool {
        switch ready {
        case .line(let text): output.contains(text)
        case .port(let port): FreePort.isListening(port)
        case .immediately: true
        }
    }

    private static func spawn(
        _ executable: String, _ arguments: [String], _ environment: [String: String]
    ) async throws -> ChildProcess {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The server's pid comes first; then either the server ends, or our end of the pipe closes and it is ended.
        let script = #"""
            "$@" 3<&- </dev/null & child=$!
            echo "pid $child"
            { read -r _ <&3; kill -CONT $child; kill -KILL $child; } 2>/dev/null & watch=$!
            wait $child; status=$?
            kill -KILL $watch 2>/dev/null
            exit $status
            """#
        shell.arguments = ["-c", "exec 3<&0; " + script, "sh", executable] + arguments
        shell.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let lifeline = Pipe()
        let pipe = Pipe()
        shell.standardInput = lifeline
        shell.standardOutput = pipe
        shell.standardError = pipe
        let collected = NIOLockedValueBox(Output())
        // A thread that blocks: a dispatch source on a pipe that closes under it can bring the process down.
        let reader = Thread {
            while case let bytes = pipe.fileHandleForReading.availableData, !bytes.isEmpty {
                collected.withLockedValue { $0.text += String(decoding: bytes, as: UTF8.self) }
            }
            end(collected) { $0.isRead = true }
        }
        reader.stackSize = 256 << 10
        shell.terminationHandler = { process in
            end(collected) { state in
                state.isGone = true
                state.status = process.terminationStatus
            }
        }
        try withSignals { try shell.run() }
        reader.start()
        let pid = try await firstPid(in: collected)
        return ChildProcess(pid: pid, shell: shell, lifeline: lifeline, collected: collected)
    }

    /// A thread of the concurrency pool blocks every signal, and a child inherits that: its shell would never hear that
    /// the server has ended, and the server never that it is asked to.
    private static func withSignals(_ body: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }

    /// Notes one half of the end; whoever waits goes on when both are there.
    private static func end(_ collected: NIOLockedValueBox<Output>, _ note: (inout Output) -> Void) {
        let waiters = collected.withLockedValue { state in
            note(&state)
            guard state.hasEnded else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiters = [] }
            return state.waiters
        }
        waiters.forEach { $0.resume() }
    }

    private static func firstPid(in collected: NIOLockedValueBox<Output>) async throws -> Int32 {
        for _ in 0..<1_000 {
            let pid = collected.withLockedValue { state -> Int32? in
                guard state.text.hasPrefix("pid "), let end = state.text.firstIndex(of: "\n") else { return nil }
                let pid = Int32(state.text.dropFirst(4).prefix(upTo: end))
                state.text.removeSubrange(...end)
                return pid
            }
            if let pid { return pid }
            try await Task.sleep(for: .milliseconds(5))
        }
        throw Failure(description: "the shell did not start")
    }
}
