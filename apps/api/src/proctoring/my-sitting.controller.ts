import { Controller } from '@nestjs/common';

import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import {
  FinishRehearsal,
  GiveConsent,
  IssueTicket,
  MySittings,
  ReportDevice,
  RequestAlternative,
  ShowConsent,
  ShowIdentity,
  SittingRecord,
  StartSitting,
} from '@aigaq/proctoring';

import { type Call, Handle } from '../http/handle';

type Answer<Name extends keyof typeof routes> = Promise<Outcome<AnswerOf<(typeof routes)[Name]>>>;
const nothing = new Uint8Array();

/** A candidate's own sittings, from the invitation to the record of it all. */
@Controller()
export class MySittingController {
  constructor(
    private readonly sittings: MySittings,
    private readonly showConsent: ShowConsent,
    private readonly giveConsent: GiveConsent,
    private readonly alternative: RequestAlternative,
    private readonly device: ReportDevice,
    private readonly rehearsal: FinishRehearsal,
    private readonly identity: ShowIdentity,
    private readonly startSitting: StartSitting,
    private readonly ticket: IssueTicket,
    private readonly record: SittingRecord,
  ) {}

  @Handle(routes.mySittings)
  async mySittings({ actor }: Call<typeof routes.mySittings>): Answer<'mySittings'> {
    return success(await this.sittings.all(actor));
  }

  @Handle(routes.mySitting)
  mySitting({ actor, params }: Call<typeof routes.mySitting>): Answer<'mySitting'> {
    return this.sittings.one(actor, params.id);
  }

  @Handle(routes.consentDocument)
  consentDocument({ actor, params, query }: Call<typeof routes.consentDocument>): Answer<'consentDocument'> {
    return this.showConsent.run(actor, params.id, query.language);
  }

  @Handle(routes.consent)
  consent({ actor, params, body, origin }: Call<typeof routes.consent>): Answer<'consent'> {
    return this.giveConsent.run(actor, params.id, body, origin);
  }

  @Handle(routes.requestAlternative)
  requestAlternative({ actor, params, body }: Call<typeof routes.requestAlternative>): Answer<'requestAlternative'> {
    return this.alternative.run(actor, params.id, body.reason);
  }

  @Handle(routes.reportDevice)
  reportDevice({ actor, params, body }: Call<typeof routes.reportDevice>): Answer<'reportDevice'> {
    return this.device.run(actor, params.id, body);
  }

  @Handle(routes.probe)
  async probe({ actor, params, files }: Call<typeof routes.probe>): Answer<'probe'> {
    const own = await this.sittings.one(actor, params.id);
    return own.ok ? success({ bytes: files['noise']?.bytes.length ?? 0 }) : own;
  }

  @Handle(routes.rehearsed)
  rehearsed({ actor, params }: Call<typeof routes.rehearsed>): Answer<'rehearsed'> {
    return this.rehearsal.run(actor, params.id);
  }

  @Handle(routes.showIdentity)
  showIdentity({ actor, params, files }: Call<typeof routes.showIdentity>): Answer<'showIdentity'> {
    const still = (field: string): Uint8Array => files[field]?.bytes ?? nothing;
    return this.identity.run(actor, params.id, { face: still('face'), document: still('document') });
  }

  @Handle(routes.start)
  start({ actor, params, body }: Call<typeof routes.start>): Answer<'start'> {
    return this.startSitting.run(actor, params.id, body.deviceId);
  }

  @Handle(routes.myTicket)
  myTicket({ actor, params, body }: Call<typeof routes.myTicket>): Answer<'myTicket'> {
    return this.ticket.run(actor, params.id, body.purpose);
  }

  @Handle(routes.myRecord)
  async myRecord({ actor, params }: Call<typeof routes.myRecord>): Answer<'myRecord'> {
    const own = await this.sittings.one(actor, params.id);
    return own.ok ? success(await this.record.of(actor, params.id)) : own;
  }
}
