internal import Glibc

/// Ends the sleep of a loop from any thread: a pipe whose reading end the loop polls beside its own descriptors. (An
/// eventfd would do with one descriptor, but Swift's view of the C library does not have it.)
public final class Waker: Sendable {
    /// Readable once `wake` was called, until `clear`.
    public let descriptor: Int32
    private let writingEnd: Int32

    /// A waker nobody has woken yet.
    public init() {
        var ends: [Int32] = [-1, -1]
        let made = pipe(&ends)
        precondition(made == 0, "the process has no file descriptor left to wake a thread with")
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        descriptor = ends[0]
        writingEnd = ends[1]
    }

    deinit {
        close(descriptor)
        close(writingEnd)
    }

    /// Makes the current or next sleep of the loop end at once. A full pipe has woken it already.
    public func wake() {
        var one: UInt8 = 1
        _ = write(writingEnd, &one, 1)
    }

    /// Takes note of the `wake`s so far; only the loop calls it.
    public func clear() {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            while read(descriptor, buffer.baseAddress, buffer.count) == buffer.count {}
        }
    }
}
