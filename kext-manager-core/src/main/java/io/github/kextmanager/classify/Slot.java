package io.github.kextmanager.classify;

import java.util.Locale;
import java.util.Set;

/** A place in a wording where something of one kind stands. */
enum Slot {
  /** A bundle identifier. */
  ID(200, Shape.TOKEN),
  /** The same, and a name without a dot: the words around it leave no doubt. Held as an ID. */
  IDENTIFIER(200, Shape.TOKEN),
  /** The same of the kext that the messages around it are about. */
  SUBJECT(200, Shape.TOKEN),
  /** The same of a kext that is to blame for what the message says of another one. */
  CULPRIT(200, Shape.TOKEN),
  /** Bundle identifiers with commas between them. */
  IDS(2000, Shape.TOKEN),
  /** The identifier of a library that is to blame on each of the lines that follow. */
  BELOW(2000, Shape.LIST),
  /** One bundle identifier on each of the lines that follow. */
  BUNDLES(2000, Shape.LIST),
  /** The bundle identifiers in a quoted message, in whatever language. */
  MESSAGE(400, Shape.SEARCH),
  /** Those of the kexts in the backtrace of a panic, not of the libraries that they use. */
  BACKTRACE(2000, Shape.SEARCH),
  /** One symbol on each of the lines that follow. */
  SYMBOLS(2000, Shape.LIST),
  /** One team identifier on each of the lines that follow. */
  TEAMS(2000, Shape.LIST),
  /** An identifier or the path of a bundle; must be there. */
  KEXT(400, Shape.NAME),
  /** An identifier or a path; may be missing at the beginning of a wording. */
  NAME(1000, Shape.NAME),
  /** The path of a bundle or a file. */
  PATH(1000, Shape.NAME),
  /** A linker's symbol. */
  SYMBOL(1000, Shape.TOKEN),
  /** A C++ class. */
  CLASS(300, Shape.TOKEN),
  /** A decimal number. */
  N(12, Shape.TOKEN),
  /** A hexadecimal number. */
  HEX(20, Shape.TOKEN),
  /** A team identifier. */
  TEAM(10, Shape.TOKEN),
  /** Anything without a blank in it. */
  WORD(300, Shape.TOKEN),
  /** {@code enabled} or {@code disabled}. */
  SETTING(8, Shape.TOKEN),
  /** A result code about a code signature. */
  SIGNATURE(8, Shape.TOKEN),
  /** Anything. */
  ANY(400, Shape.NOTHING),
  /** What is left of the line. */
  REST(300, Shape.LINE),
  /** What is left of the row of a loaded kext, behind the beginning of its address. */
  ROW(300, Shape.ROW),
  /** The words of a command, up to the end of the line. */
  ARGUMENTS(1000, Shape.LINE),
  /** The same of kmutil, which begins with a subcommand. */
  COMMAND(1000, Shape.LINE),
  /** A code of KMErrorDomain. */
  KMCODE(4, Shape.TOKEN),
  /** A few words without a digit, such as those between the domain of an error and its code. */
  WORDS(16, Shape.NOTHING),
  /** The same and, behind them, a code of KMErrorDomain. */
  KMERROR(20, Shape.CODE),
  /** What stands before the code of an error that may be of KMErrorDomain: not another domain. */
  KM(0, Shape.NOTHING);

  /** How it is found where no literal says where it ends. */
  enum Shape {
    /** Characters that stand together: a blank ends it. */
    TOKEN,
    /** A path or an identifier, up to the end of the line or of what is quoted. */
    NAME,
    /** Up to the end of the line. */
    LINE,
    /** A few words and a number. */
    CODE,
    /** Up to the end of the line, if that is a row of a table of kexts. */
    ROW,
    /** The lines that follow. */
    LIST,
    /** A piece of text, for the identifiers in it. */
    SEARCH,
    /** It holds nothing there. */
    NOTHING
  }

  private static final Set<String> SETTINGS = Set.of("enabled", "disabled");
  private static final int LONGEST_SIGNATURE_ERROR = 6;

  private final int reach;
  private final Shape shape;

  Slot(int reach, Shape shape) {
    this.reach = reach;
    this.shape = shape;
  }

  /** How many characters it can hold. */
  int reach() {
    return reach;
  }

  /** How many characters stand in it at least, where it is between two others. */
  int least() {
    return this == WORDS ? 0 : 1;
  }

  /** What stands on each line of a list. */
  Slot listed() {
    return switch (this) {
      case TEAMS -> TEAM;
      case SYMBOLS -> SYMBOL;
      case BUNDLES -> ID;
      default -> CULPRIT;
    };
  }

  /** As what it is kept what stands in it. */
  Slot kept() {
    return this == IDENTIFIER ? ID : this;
  }

  /** How it is found at an end of a wording. */
  Shape shape() {
    return shape;
  }

  /** Whether an identifier stands in it, or may. */
  boolean isIdentifier() {
    return this == ID || this == SUBJECT || this == CULPRIT || this == KEXT;
  }

  /** Whether what stands in it is of one kext: no list of what may go wrong has that. */
  boolean isOfOneKext() {
    return switch (this) {
      case ID, SUBJECT, CULPRIT, IDS, KEXT, NAME, PATH, SYMBOL, CLASS -> true;
      default -> false;
    };
  }

  /** Whether its characters stand together, so that a blank ends it. */
  boolean isToken() {
    return shape == Shape.TOKEN;
  }

  /** Whether a character, in lower case, can stand in it. */
  boolean allows(char c) {
    return switch (this) {
      case ID, IDENTIFIER, SUBJECT, CULPRIT ->
          isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
      case IDS -> ID.allows(c) || c == ',';
      case SYMBOL -> isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
      case CLASS -> isLetterOrDigit(c) || c == '_' || c == ':';
      case N, SIGNATURE -> isDigit(c) || c == '-';
      case KMCODE -> isDigit(c);
      case HEX, TEAM, SETTING -> isLetterOrDigit(c);
      case WORDS -> !isDigit(c);
      default -> true;
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
      case ID, SUBJECT, CULPRIT -> isIdentifier(text);
      case IDENTIFIER -> !text.endsWith(".") && text.chars().anyMatch(Character::isLetter);
      case IDS, WORD, KMCODE -> !text.isEmpty();
      case KEXT -> isBundlePath(text) || isReverseDomainName(text);
      case SYMBOL -> text.startsWith("_");
      case CLASS -> !text.isEmpty() && !Character.isDigit(text.charAt(0));
      case SETTING -> SETTINGS.contains(text.toLowerCase(Locale.ROOT));
      case N -> isNumber(text);
      case SIGNATURE ->
          isNumber(text) && text.startsWith("-") && text.length() <= LONGEST_SIGNATURE_ERROR;
      case HEX -> text.startsWith("0x");
      case TEAM -> text.length() == 10 && text.chars().noneMatch(c -> c >= 'a' && c <= 'z');
      default -> true;
    };
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.lastIndexOf('-') <= 0 && !"-".equals(text);
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
