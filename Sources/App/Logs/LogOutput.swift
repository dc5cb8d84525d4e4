internal import Foundation

/// Lines to standard error, whole lines only. A closed or full output loses lines rather than the service.
enum LogOutput {
    static let standardError: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in _ = unsafe_write(bytes) }
    }

    private static func unsafe_write(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        Foundation.write(2, bytes.baseAddress, bytes.count)
    }
}
