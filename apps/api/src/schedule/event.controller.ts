import { type EventRow, type EventView, type Outcome, type Page, routes } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import { AssignStaff, CreateEvent, GetEvent, ListEvents, MoveEvent, UpdateEvent } from '@aigaq/schedule';
import { Controller } from '@nestjs/common';

import { type Call, Handle } from '../http/handle';

@Controller()
export class EventController {
  constructor(
    private readonly listEvents: ListEvents,
    private readonly createEvent: CreateEvent,
    private readonly getEvent: GetEvent,
    private readonly updateEvent: UpdateEvent,
    private readonly moveEvent: MoveEvent,
    private readonly assignStaff: AssignStaff,
  ) {}

  @Handle(routes.listEvents)
  async list({ actor, query }: Call<typeof routes.listEvents>): Promise<Outcome<Page<EventRow>>> {
    return success(await this.listEvents.run(actor, query));
  }

  @Handle(routes.createEvent)
  create({ actor, body }: Call<typeof routes.createEvent>): Promise<Outcome<EventView>> {
    return this.createEvent.run(actor, body);
  }

  @Handle(routes.getEvent)
  get({ actor, params }: Call<typeof routes.getEvent>): Promise<Outcome<EventView>> {
    return this.getEvent.run(actor, params.id);
  }

  @Handle(routes.updateEvent)
  update({ actor, params, body }: Call<typeof routes.updateEvent>): Promise<Outcome<EventView>> {
    return this.updateEvent.run(actor, params.id, body);
  }

  @Handle(routes.moveEvent)
  move({ actor, params, body }: Call<typeof routes.moveEvent>): Promise<Outcome<EventView>> {
    return this.moveEvent.run(actor, params.id, body.to, body.reason);
  }

  @Handle(routes.assignStaff)
  staff({ actor, params, body }: Call<typeof routes.assignStaff>): Promise<Outcome<EventView>> {
    return this.assignStaff.run(actor, params.id, body.staff);
  }
}
