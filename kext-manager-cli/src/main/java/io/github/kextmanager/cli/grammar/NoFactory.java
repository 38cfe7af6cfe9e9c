package io.github.kextmanager.cli.grammar;

import picocli.CommandLine.IFactory;

/**
 * Makes no instances, since no class is named in the grammar. picocli's own factory first searches
 * the whole class path for Groovy, which takes a quarter of the time that a short command lives.
 */
final class NoFactory implements IFactory {
  static final NoFactory INSTANCE = new NoFactory();

  private NoFactory() {}

  @Override
  public <K> K create(Class<K> type) {
    throw new IllegalStateException("The grammar names no classes, but picocli wants " + type);
  }
}
