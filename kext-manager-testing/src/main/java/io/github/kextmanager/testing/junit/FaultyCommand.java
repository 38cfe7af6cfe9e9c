package io.github.kextmanager.testing.junit;

import io.github.kextmanager.model.ToolName;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets something go wrong with the next command that runs a tool. Several for one tool strike one
 * command after the other.
 *
 * @since 0.1.0
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface FaultyCommand {

  /**
   * The tool.
   *
   * @return the tool
   */
  ToolName value();

  /**
   * What goes wrong.
   *
   * @return the kind of fault
   */
  Mishap mishap();
}
