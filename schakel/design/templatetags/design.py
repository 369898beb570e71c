"""All components in one list: `{% load design %}`. What they take is told in docs/design.md."""

from django import template

from schakel.design.parts import basics, blocks, drawings, fields, network, room, words

register = template.Library()

for name in ("day", "clock", "moment", "since", "deadline"):
    register.filter(name, getattr(words, name))

register.simple_tag(basics.icon)
register.simple_tag(basics.badge)
register.simple_tag(basics.deadline_badge, name="deadline")
register.simple_tag(basics.hx, takes_context=True)
register.simple_tag(fields.fill_in, takes_context=True)
register.simple_tag(fields.one_form, takes_context=True)
register.simple_tag(blocks.fact)
register.simple_tag(blocks.columns)

for part in (blocks.body, blocks.rows, blocks.row, blocks.facts, blocks.terms, blocks.term, blocks.table, blocks.lines):
    register.simple_block_tag(part)
for part in (
    blocks.line,
    blocks.cell,
    blocks.timeline,
    blocks.event,
    blocks.notice,
    blocks.empty,
    blocks.why,
    blocks.acts,
):
    register.simple_block_tag(part)
for part in (blocks.conflict, room.bring):
    register.simple_block_tag(part)
for part in (blocks.card, blocks.head, blocks.confirm, fields.by_hand):
    register.simple_block_tag(part, takes_context=True)

for part in (basics.person, blocks.tabs, blocks.crumbs, fields.field, fields.fields, fields.errors, drawings.segments):
    register.inclusion_tag(f"design/components/{part.__name__}.html")(part)
for part in (
    drawings.sparkline,
    drawings.domains,
    drawings.progress,
    network.network,
    room.agenda,
    room.stages,
    room.attendance,
):
    register.inclusion_tag(f"design/components/{part.__name__}.html")(part)
for part in (drawings.phases, drawings.steps):
    register.inclusion_tag("design/components/steps.html")(part)
for part in (fields.act, blocks.pagination):
    register.inclusion_tag(f"design/components/{part.__name__}.html", takes_context=True)(part)
