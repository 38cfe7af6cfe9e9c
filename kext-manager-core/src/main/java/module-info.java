import org.jspecify.annotations.NullMarked;

/**
 * The kext-manager library: a typed API over the macOS kernel-extension tools.
 *
 * <p>Most callers need the base package alone; the others hold the values that it takes and gives.
 */
@NullMarked
@SuppressWarnings("module") // the testing module is compiled later
module io.github.kextmanager.core {
  requires com.google.common;
  requires org.apache.commons.exec;
  requires static transitive org.jspecify;
  requires java.xml;

  exports io.github.kextmanager;
  exports io.github.kextmanager.bundle;
  exports io.github.kextmanager.command;
  exports io.github.kextmanager.dependency;
  exports io.github.kextmanager.doctor;
  exports io.github.kextmanager.command.record;
  exports io.github.kextmanager.host;
  exports io.github.kextmanager.lifecycle;
  exports io.github.kextmanager.macho;
  exports io.github.kextmanager.model;
  exports io.github.kextmanager.parse;
  exports io.github.kextmanager.plist;
  exports io.github.kextmanager.validation;
  exports io.github.kextmanager.verdict;
}
