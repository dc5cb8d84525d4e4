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
    private let shell: SpawnedProcess
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

    private init(pid: Int32, shell: SpawnedProcess, collected: NIOLockedValueBox<Output>) {
        self.pid = pid
        self.shell = shell
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
        // The server's pid comes first; then either the server ends, or our end of the pipe closes and it is ended.
        let script = #"""
            "$@" 3<&- </dev/null & child=$!
            echo "pid $child"
            { read -r _ <&3; kill -CONT $child; kill -KILL $child; } 2>/dev/null & watch=$!
            wait $child; status=$?
            kill -KILL $watch 2>/dev/null
            exit $status
            """#
        let shell = try SpawnedProcess(
            "/bin/sh", ["-c", "exec 3<&0; " + script, "sh", executable] + arguments,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 })
        let collected = NIOLockedValueBox(Output())
        // Threads that block: a dispatch source on a pipe that closes under it can bring the process down.
        thread {
            while case let bytes = shell.output.availableData, !bytes.isEmpty {
                collected.withLockedValue { $0.text += String(decoding: bytes, as: UTF8.self) }
            }
            end(collected) { $0.isRead = true }
        }
        thread {
            let status = shell.wait()
            end(collected) { state in
                state.isGone = true
                state.status = status
            }
        }
        return ChildProcess(pid: try await firstPid(in: collected), shell: shell, collected: collected)
    }

    private static func thread(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 256 << 10
        thread.start()
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
