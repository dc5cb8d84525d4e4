internal import Foundation
internal import NIOConcurrencyHelpers

/// A process started without Foundation's `Process`: that one now and then misses the end of a child when many are
/// started at once, and whoever waits for it then waits for ever.
///
/// The child gets these three streams and no other open file, and no signal is blocked for it: a thread of the
/// concurrency pool blocks them all, and a child would inherit that.
struct SpawnedProcess: Sendable {
    /// Its process id.
    let pid: pid_t
    /// Everything it prints, both streams.
    let output: FileHandle
    /// Its standard input; it reads the end once this is closed or our process is gone.
    let input: FileHandle

    /// Why it could not be started: an error number of the system.
    struct Failure: Error {
        let number: Int32
    }

    /// Held while a child is made, so that none inherits a pipe of another that is being made at the same time.
    private static let making = NIOLock()

    init(_ executable: String, _ arguments: [String], environment: [String: String]) throws(Failure) {
        Self.making.lock()
        defer { Self.making.unlock() }
        let (childInput, input) = try Self.pipe()
        let (output, childOutput) = try Self.pipe()
        defer {
            close(childInput)
            close(childOutput)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in [(childInput, Int32(0)), (childOutput, 1), (childOutput, 2)] {
            posix_spawn_file_actions_adddup2(&actions, from, to)
        }
        for open in Self.openFiles where open > 2 { posix_spawn_file_actions_addclose(&actions, open) }
        pid = try Self.spawn(executable, [executable] + arguments, environment, &actions)
        self.input = FileHandle(fileDescriptor: input, closeOnDealloc: true)
        self.output = FileHandle(fileDescriptor: output, closeOnDealloc: true)
    }

    /// Blocks until it has ended; gives its exit status, 128 + signal for a killed one. To be called once.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 { guard errno == EINTR else { return -1 } }
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }

    private static func pipe() throws(Failure) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard Foundation.pipe(&ends) == 0 else { throw Failure(number: errno) }
        return (ends[0], ends[1])
    }

    private static var openFiles: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
    }

    private static func spawn(
        _ executable: String, _ arguments: [String], _ environment: [String: String],
        _ actions: inout posix_spawn_file_actions_t
    ) throws(Failure) -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var pid: pid_t = 0
        let number = posix_spawn(&pid, executable, &actions, &attributes, words, variables)
        guard number == 0 else { throw Failure(number: number) }
        return pid
    }
}
