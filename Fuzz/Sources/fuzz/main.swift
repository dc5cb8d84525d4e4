import CLibFuzzer
import Foundation
import Oracles
import Synchronization

// ORACLE=name fuzz [libFuzzer's own arguments]: feeds one oracle. A broken promise is printed and ends the process as a
// crash does, so that libFuzzer keeps the input. The name is no argument, as libFuzzer starts itself anew with all of
// its arguments when it makes a finding smaller.

/// The oracle that libFuzzer's callback, which can capture nothing, is to ask.
enum Chosen {
    static let oracle = Mutex<Oracle?>(nil)
}

func complain(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }

let name = ProcessInfo.processInfo.environment["ORACLE"]
let oracles = try await Oracle.all()
guard let oracle = oracles.first(where: { $0.name == name }) else {
    complain("fuzz: set ORACLE to one of \(oracles.map(\.name).joined(separator: " "))")
    exit(64)
}
Chosen.oracle.withLock { $0 = oracle }

var count = CommandLine.argc
var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
    LLVMFuzzerRunDriver(&count, &words) { data, size in
        do {
            try Chosen.oracle.withLock { $0 }?.check(Array(UnsafeBufferPointer(start: data, count: size)))
        } catch {
            complain("broken: \(error)")
            abort()
        }
        return 0
    })
