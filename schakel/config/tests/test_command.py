"""The `schakel` command and how its programs end."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from schakel.config import command, lifetime
from schakel.config.commands import import_referral
from schakel.config.views import healthz


def test_every_command_says_what_it_does(capsys):
    with pytest.raises(SystemExit):
        command.main(["--help"])
    told = capsys.readouterr().out
    assert all(name in told for name in command.COMMANDS)
    assert not any(name in told for name in command.INTERNAL)


def test_no_command_but_those_that_set_up_signs_in_as_the_owner():
    owners = {name for name, (_, role, _) in command.COMMANDS.items() if role == "schakel_owner"}
    assert owners == {"migrate", "load-network", "invite-administrator"}


@pytest.mark.parametrize(("refused", "status"), [([False, False], 0), ([False, True], 1)])
def test_importing_says_by_its_status_whether_a_message_was_refused(monkeypatch, refused, status):
    results = [SimpleNamespace(refused=one) for one in refused]
    monkeypatch.setitem(sys.modules, "schakel.exchange.importing", SimpleNamespace(import_files=lambda paths: results))
    assert import_referral.run(SimpleNamespace(files=["a.json", "b.json"])) == status


def test_a_program_ends_when_whoever_started_it_is_gone():
    child = "import time; from schakel.config.lifetime import stop_with_parent; stop_with_parent(); time.sleep(60)"
    parent = (
        "import os, subprocess, sys; "
        f"child = subprocess.Popen([sys.executable, '-c', {child!r}], stdout=sys.stdout); time = __import__('time'); "
        "time.sleep(1); os._exit(1)"
    )
    environment = {**os.environ, "SCHAKEL_WATCH_PARENT": "1"}
    # The pipe closes when the last of the two has ended.
    started = subprocess.Popen([sys.executable, "-c", parent], env=environment, stdout=subprocess.PIPE)
    started.communicate(timeout=20)


def test_a_child_that_has_ended_can_be_ended():
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    lifetime.end(child)
    lifetime.end(None)


def test_the_server_says_that_it_is_ready_and_nothing_else(rf, transactional_db):
    answer = healthz(rf.get("/healthz/"))
    assert answer.status_code == 200
    assert json.loads(answer.content) == {"ready": True, "default": True, "door": True, "log": True}


def test_the_server_is_not_ready_when_the_log_is_locked_out(rf, transactional_db, settings):
    settings.LOG_DATABASE = {**settings.LOG_DATABASE, "user": "schakel_nobody"}
    answer = healthz(rf.get("/healthz/"))
    assert answer.status_code == 503
    assert json.loads(answer.content)["log"] is False
