/// Why a look-up could not be made: told to the model as data, with what to do instead.
struct ToolFault: Error, Hashable {
    var error: String
    var hint: String

    init(_ error: String, hint: String) {
        self.error = error
        self.hint = hint
    }
}
