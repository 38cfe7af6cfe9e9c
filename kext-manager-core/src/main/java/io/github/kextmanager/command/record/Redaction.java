package io.github.kextmanager.command.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What must not be in a recording.
 *
 * <p>Words that are known beforehand, such as the name of the user, are replaced wherever they
 * stand as whole words, in any case: in arguments, paths, the environment and everything that was
 * written. What can be recognised without being known (e-mail addresses, home folders, serial
 * numbers and other marks of the hardware, the values of options and variables that are named like
 * passwords) is replaced too; {@code docs/recordings.md} has the exact list, and what is not on it.
 *
 * <p>Immutable.
 */
public final class Redaction {
  private static final Redaction NONE = new Redaction(Scope.NOTHING, List.of());
  private static final Redaction RECOGNISABLE = new Redaction(Scope.RECOGNISABLE, List.of());

  private final Scope scope;
  private final List<Word> words;

  private Redaction(Scope scope, List<Word> words) {
    this.scope = scope;
    this.words = words;
  }

  /** Whether patterns are looked for. */
  enum Scope {
    NOTHING,
    RECOGNISABLE
  }

  /** A word and what stands for it. */
  record Word(String text, Placeholder placeholder) {}

  /**
   * Leaves out nothing: for simulated Macs, and for machines that have nothing to hide.
   *
   * @return a redaction that replaces nothing
   */
  public static Redaction none() {
    return NONE;
  }

  /**
   * Leaves out what can be recognised without being known.
   *
   * @return a redaction that knows no words yet
   */
  public static Redaction recognisable() {
    return RECOGNISABLE;
  }

  /**
   * Leaves out also the names of the user and of the machine that this JVM runs as and on, and
   * those of other users. They are looked up in the environment, in {@code /Users}, in the system
   * configuration of macOS and by asking the resolver for the local host, for two seconds at most;
   * no command is run for it.
   *
   * @return a redaction that knows this user and this machine
   */
  public static Redaction ofThisMachine() {
    Redaction redaction = RECOGNISABLE;
    for (String user : ThisMachine.users()) {
      redaction = redaction.withUser(user);
    }
    for (String other : ThisMachine.otherUsers(Path.of("/Users"))) {
      redaction = redaction.with(other, Placeholder.OTHER_USER);
    }
    for (String host : ThisMachine.hosts()) {
      redaction = redaction.withHost(host);
    }
    return redaction;
  }

  /**
   * Leaves out also the name of a user. A name that the tools themselves use as a word, such as
   * {@code apple} or {@code admin}, and one that is a single character or a number, is left out
   * only in the path of a home folder: anywhere else nobody could tell it from the word.
   *
   * @param name the name, as in {@code /Users/NAME}
   * @return a redaction that knows the name too
   */
  public Redaction withUser(String name) {
    return with(name, Placeholder.USER);
  }

  /**
   * Leaves out also the names of a machine: as given, its first part alone, and its domain. Names
   * that the tools use as words are let be, as with users.
   *
   * @param name the name, with or without a domain
   * @return a redaction that knows the names too
   */
  public Redaction withHost(String name) {
    Redaction whole = with(name, Placeholder.HOST);
    int dot = name.indexOf('.');
    if (dot < 0 || name.contains(" ")) {
      return whole;
    }
    String domain = name.substring(dot + 1);
    Redaction first = whole.with(name.substring(0, dot), Placeholder.HOST);
    return domain.contains(".") ? first.with(domain, Placeholder.DOMAIN) : first;
  }

  /**
   * Leaves out also a word or a phrase, whatever it is.
   *
   * @param word the text, at least one character
   * @return a redaction that knows the word too
   * @throws IllegalArgumentException if the word is blank
   */
  public Redaction withWord(String word) {
    if (word.isBlank()) {
      throw new IllegalArgumentException("A word to leave out must not be blank.");
    }
    return with(word, Placeholder.PRIVATE);
  }

  private Redaction with(String text, Placeholder placeholder) {
    if (text.isBlank()) {
      return this;
    }
    List<Word> more = new ArrayList<>(words);
    more.add(new Word(text.strip(), placeholder));
    return new Redaction(Scope.RECOGNISABLE, List.copyOf(more));
  }

  Scope scope() {
    return scope;
  }

  List<Word> words() {
    return words;
  }
}
