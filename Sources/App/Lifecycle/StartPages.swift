internal import FoundationEssentials
internal import Glibc

/// Pages of program code that only the start needed. The kernel keeps them mapped for as long as memory lasts; given
/// back, those that are needed again come from the page cache, and the rest no longer counts as this process's.
enum StartPages {
    /// Gives back what is mapped of code, and says how many bytes of address space that concerned.
    @discardableResult
    static func release() -> Int {
        guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return 0 }
        return maps.split(separator: "\n").compactMap(CodeRange.init).reduce(0) { sum, range in
            let start = UnsafeMutableRawPointer(bitPattern: range.start)
            return madvise(start, range.count, MADV_DONTNEED) == 0 ? sum + range.count : sum
        }
    }

    /// A mapping of a file that is run and never written: dropping a page of it loses nothing. What is only read may hold
    /// addresses the loader has put there, and stays.
    struct CodeRange: Equatable {
        var start: UInt
        var count: Int

        /// From a line such as `55d0c0a00000-55d0c1f00000 r-xp 00220000 08:01 1234   /usr/local/bin/reho`.
        init?(_ line: Substring) {
            let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].drop(while: { $0 == " " }).hasPrefix("/") else {
                return nil
            }
            let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard ends.count == 2, ends[0] > 0, ends[0] < ends[1] else { return nil }
            start = ends[0]
            count = Int(ends[1] - ends[0])
        }
    }
}
