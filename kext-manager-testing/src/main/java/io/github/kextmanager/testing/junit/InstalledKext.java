package io.github.kextmanager.testing.junit;

import io.github.kextmanager.testing.TestKext;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A kext on the disk of the simulated Mac of a test, made by {@link TestKext}. What cannot be said
 * here a {@link MacPreparation} can install.
 *
 * @since 0.1.0
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface InstalledKext {

  /**
   * Its bundle identifier.
   *
   * @return the identifier
   */
  String value();

  /**
   * Its version.
   *
   * @return the version
   */
  String version() default "1.0.0";

  /**
   * The oldest version that it can stand in for as a library.
   *
   * @return the version, or nothing if it is no library
   */
  String compatibleFrom() default "";

  /**
   * The libraries that it needs: identifier, blank, version.
   *
   * @return such as {@code com.example.lib.Gears 1.0}
   */
  String[] needing() default {};

  /**
   * The team that signed it.
   *
   * @return the team identifier
   */
  String signedBy() default TestKext.TEAM;

  /**
   * Where it lies.
   *
   * @return the absolute path of the bundle on the Mac; nothing means in {@code
   *     /Library/Extensions}
   */
  String at() default "";

  /**
   * Whether somebody has allowed it before the test begins.
   *
   * @return true if it need not wait for approval
   */
  boolean approved() default false;
}
