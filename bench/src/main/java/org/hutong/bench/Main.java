package org.hutong.bench;

import org.hutong.bench.drill.DrillCommand;
import org.hutong.bench.match.MatchCommand;
import org.hutong.bench.onceonly.OnceOnly;
import org.hutong.bench.speed.BenchCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where {@code ./hutong bench}, {@code drill}, {@code once-only} and {@code match} arrive. */
@Command(name = "hutong", subcommands = {BenchCommand.class, DrillCommand.class, OnceOnly.class, MatchCommand.class}, mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to run: drill, bench, once-only or match");
    }
}
