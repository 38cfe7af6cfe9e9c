package io.github.kextmanager.plist;

/** The kernel's parser gives up. Never leaves the package. */
final class KernelSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the kernel's parser says. */
  enum Complaint {
    SYNTAX_ERROR("syntax error"),
    UNEXPECTED_END("unexpected end of buffer"),
    FORWARD_REFERENCE("forward reference detected");

    private final String text;

    Complaint(String text) {
      this.text = text;
    }
  }

  private final Complaint complaint;
  private final String reason;

  KernelSyntaxException(Complaint complaint, String reason) {
    super(reason, null, false, false);
    this.complaint = complaint;
    this.reason = reason;
  }

  KernelSyntaxException(String reason) {
    this(Complaint.SYNTAX_ERROR, reason);
  }

  String complaint() {
    return complaint.text;
  }

  String reason() {
    return reason;
  }
}
