import Foundation

/// Processor time so far of all threads of this process that carry a name.
struct ThreadTimes: CustomStringConvertible {
    private let nanoseconds: Int

    init(named name: String) {
        let folder = "/proc/self/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        nanoseconds = threads.reduce(0) { sum, thread in
            let comm = try? String(contentsOfFile: "\(folder)/\(thread)/comm", encoding: .utf8)
            guard comm?.hasPrefix(name) == true else { return sum }
            let times = try? String(contentsOfFile: "\(folder)/\(thread)/schedstat", encoding: .utf8)
            return sum + (times?.split(separator: " ").first.flatMap { Int($0) } ?? 0)
        }
    }

    var description: String { "\(nanoseconds / 1_000_000) ms" }
}
