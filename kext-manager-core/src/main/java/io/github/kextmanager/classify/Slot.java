package io.github.kextmanager.classify;

/** A place in a wording where something of one kind stands. */
enum Slot {
  /** A bundle identifier. */
  ID(200),
  /** Bundle identifiers with commas between them. */
  IDS(2000),
  /** One bundle identifier on each of the lines that follow. */
  BELOW(2000),
  /** An identifier or the path of a bundle; must be there. */
  KEXT(400),
  /** An identifier or a path; may be missing at the beginning of a wording. */
  NAME(1000),
  /** The path of a bundle or a file. */
  PATH(1000),
  /** A linker's symbol. */
  SYMBOL(1000),
  /** A C++ class. */
  CLASS(300),
  /** A decimal number. */
  N(12),
  /** A hexadecimal number. */
  HEX(20),
  /** A team identifier. */
  TEAM(10),
  /** Anything without a blank in it. */
  WORD(300),
  /** Anything. */
  ANY(400),
  /** The words of a command, up to the end of the line. */
  ARGUMENTS(1000),
  /** The same of kmutil, which begins with a subcommand. */
  COMMAND(1000),
  /** A code of KMErrorDomain. */
  KMCODE(4),
  /** What stands before the code of an error that may be of KMErrorDomain: not another domain. */
  KM(0);

  private final int reach;

  Slot(int reach) {
    this.reach = reach;
  }

  /** How many characters it can hold. */
  int reach() {
    return reach;
  }

  /** Whether its characters stand together, so that a blank ends it. */
  boolean isToken() {
    return switch (this) {
      case ID, IDS, SYMBOL, CLASS, N, HEX, TEAM, WORD, KMCODE -> true;
      case BELOW, KEXT, NAME, PATH, ANY, ARGUMENTS, COMMAND, KM -> false;
    };
  }

  /** Whether a character, in lower case, can stand in it. */
  boolean allows(char c) {
    return switch (this) {
      case ID -> isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
      case IDS -> ID.allows(c) || c == ',';
      case SYMBOL -> isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
      case CLASS -> isLetterOrDigit(c) || c == '_' || c == ':';
      case N -> isDigit(c) || c == '-';
      case KMCODE -> isDigit(c);
      case HEX -> isLetterOrDigit(c);
      case TEAM -> isLetterOrDigit(c);
      case BELOW, KEXT, NAME, PATH, WORD, ANY, ARGUMENTS, COMMAND, KM -> true;
    };
  }

  /** Whether a whole text can stand in it. */
  boolean accepts(String text) {
    return isAllowed(text) && isWellFormed(text);
  }

  private boolean isAllowed(String text) {
    return text.chars().allMatch(c -> allows(lowerCase((char) c)));
  }

  private boolean isWellFormed(String text) {
    return switch (this) {
      case ID -> isIdentifier(text);
      case BELOW, NAME, PATH, ANY, ARGUMENTS, COMMAND, KM -> true;
      case IDS, WORD, KMCODE -> !text.isEmpty();
      case KEXT -> isBundlePath(text) || isReverseDomainName(text);
      case SYMBOL -> text.startsWith("_");
      case CLASS -> !text.isEmpty() && !Character.isDigit(text.charAt(0));
      case N -> !text.isEmpty() && text.lastIndexOf('-') <= 0 && !"-".equals(text);
      case HEX -> text.startsWith("0x");
      case TEAM -> text.length() == 10 && text.chars().noneMatch(c -> c >= 'a' && c <= 'z');
    };
  }

  /** Whether a text looks like a bundle identifier: words, and a dot between them. */
  static boolean isIdentifier(String text) {
    int dot = text.indexOf('.');
    return dot > 0
        && !text.endsWith(".")
        && ID.isAllowed(text)
        && text.chars().anyMatch(Character::isLetter);
  }

  /** Whether a text is an identifier of at least three words, which few other words are. */
  static boolean isReverseDomainName(String text) {
    return isIdentifier(text) && text.indexOf('.') != text.lastIndexOf('.');
  }

  /** Whether a text is the path or the name of a bundle of kernel or driver code. */
  static boolean isBundlePath(String text) {
    String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return path.endsWith(".kext") || path.endsWith(".dext");
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
