import org.jspecify.annotations.NullMarked;

/** Testing without a Mac: the simulated Mac, and command runners that answer from a script. */
@NullMarked
module io.github.kextmanager.testing {
  requires com.google.gson;
  requires transitive io.github.kextmanager.core;
  requires static transitive org.jspecify;
  requires static transitive org.assertj.core;
  requires static transitive org.junit.jupiter.api;

  exports io.github.kextmanager.testing;
  exports io.github.kextmanager.testing.assertj;
  exports io.github.kextmanager.testing.junit;
  exports io.github.kextmanager.testing.replay;
}
