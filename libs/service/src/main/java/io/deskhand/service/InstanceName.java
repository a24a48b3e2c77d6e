package io.deskhand.service;

/** The name of this process among all that serve tickets and publish logs. */
public record InstanceName(String name) {}
