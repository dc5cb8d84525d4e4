internal import Foundation

/// How much memory this process holds.
public enum ResidentMemory {
    /// In bytes, shared pages included.
    public static func now() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }
}
